/* Light or dark before the first paint, remembered in this browser; what Plone's forms did with inline scripts. */
(function () {
  "use strict";
  var KEY = "bluegether-theme";
  var root = document.documentElement;
  var system = window.matchMedia("(prefers-color-scheme: dark)");

  function remembered() {
    try {
      return window.localStorage.getItem(KEY);
    } catch (error) {
      return null;
    }
  }

  function show() {
    var choice = remembered();
    var dark = choice ? choice === "dark" : system.matches;
    root.setAttribute("data-bs-theme", dark ? "dark" : "light");
  }

  function toggle() {
    var next = root.getAttribute("data-bs-theme") === "dark" ? "light" : "dark";
    try {
      window.localStorage.setItem(KEY, next);
    } catch (error) {
      /* private window: for this page only */
    }
    root.setAttribute("data-bs-theme", next);
  }

  show();
  system.addEventListener("change", show);
  window.addEventListener("storage", show);
  document.addEventListener("change", function (event) {
    var upload = event.target.matches("input[type=file]") && event.target.closest("[data-upload]");
    var replace = upload && upload.querySelector("input[type=radio][value=replace]");
    if (replace) {
      replace.checked = true;
    }
  });
  document.addEventListener("click", function (event) {
    var mover = event.target.closest("[data-move]");
    if (mover) {
      window[mover.dataset.move](mover.closest(".ordered-selection-field").id);
    }
    if (event.target.closest("[data-toggle-theme]")) {
      toggle();
    }
    document.querySelectorAll("details.more[open]").forEach(function (sheet) {
      if (!sheet.contains(event.target)) {
        sheet.removeAttribute("open");
      }
    });
  });
  document.addEventListener("keydown", function (event) {
    var sheet = event.key === "Escape" && document.querySelector("details.more[open]");
    if (sheet) {
      sheet.removeAttribute("open");
      sheet.querySelector("summary").focus();
    }
  });
})();

/*
 * Suggestions while typing: <input data-suggest="address"> asks address?q= for {items: [{title, spelling, family}]} and
 * offers them below the field. With data-suggest-separator="," it is the piece at the cursor that is completed; in a
 * <textarea data-suggest-mark="@"> the word at the cursor that begins so, and what is written is the item's id. Only the
 * document listens, so fields that appear later (rows of a table) work too; without scripts the field is plain text.
 */
(function () {
  "use strict";
  var DELAY = 150;
  var field = null;
  var box = null;
  var timer = null;
  var asked = 0;
  var counter = 0;

  function isOurs(target) {
    var text = target instanceof HTMLTextAreaElement && target.dataset.suggestMark;
    return (text || target instanceof HTMLInputElement) && target.dataset.suggest;
  }

  /* The word at the cursor, when it begins with the mark: @so. */
  function word(input) {
    var mark = input.dataset.suggestMark;
    var before = input.value.slice(0, input.selectionStart);
    var start = Math.max(before.lastIndexOf(" "), before.lastIndexOf("\n")) + 1;
    var text = before.slice(start);
    return { start: start, end: before.length, text: text.indexOf(mark) === 0 ? text.slice(mark.length).trim() : "" };
  }

  function piece(input) {
    if (input.dataset.suggestMark) {
      return word(input);
    }
    var separator = input.dataset.suggestSeparator;
    var end = input.value.length;
    var start = 0;
    if (separator) {
      start = input.value.lastIndexOf(separator, input.selectionStart - 1) + 1;
      var next = input.value.indexOf(separator, input.selectionStart);
      end = next < 0 ? end : next;
    }
    return { start: start, end: end, text: input.value.slice(start, end).trim() };
  }

  function close() {
    clearTimeout(timer);
    asked += 1;
    if (box) {
      box.remove();
      expanded("false");
      field.removeAttribute("aria-activedescendant");
      field.removeAttribute("aria-controls");
    }
    box = null;
  }

  function expanded(value) {
    if (field.getAttribute("role") === "combobox") {
      field.setAttribute("aria-expanded", value);
    }
  }

  function write(input, at, text) {
    input.value = input.value.slice(0, at.start) + text + input.value.slice(at.end);
    input.selectionStart = input.selectionEnd = at.start + text.length;
    close();
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function choose(option) {
    var input = field;
    var at = piece(input);
    if (input.dataset.suggestMark) {
      write(input, at, input.dataset.suggestMark + option.dataset.id + " ");
      return;
    }
    var separator = input.dataset.suggestSeparator;
    var before = input.value.slice(0, at.start) + (at.start ? " " : "");
    var after = input.value.slice(at.end) || (separator ? separator + " " : "");
    input.value = before + option.dataset.title + after;
    input.selectionStart = input.selectionEnd = (before + option.dataset.title).length + (separator ? 2 : 0);
    close();
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function mark(option) {
    box.querySelectorAll("[aria-selected=true]").forEach(function (other) {
      other.setAttribute("aria-selected", "false");
    });
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", option.id);
  }

  function marked() {
    return box && box.querySelector("[aria-selected=true]");
  }

  function option(item, number) {
    var line = document.createElement("li");
    var title = document.createElement("span");
    var hint = document.createElement("small");
    line.id = box.id + "-" + number;
    line.dataset.title = item.title;
    line.dataset.id = item.id || "";
    line.setAttribute("role", "option");
    line.setAttribute("aria-selected", "false");
    title.textContent = item.title;
    hint.textContent = [item.spelling, item.family].filter(Boolean).join(" · ");
    line.append(title, hint);
    return line;
  }

  function place() {
    var where = field.getBoundingClientRect();
    var width = Math.max(where.width, Math.min(288, window.innerWidth - 16));
    box.style.left = Math.max(8, Math.min(where.left, window.innerWidth - width - 8)) + window.scrollX + "px";
    box.style.top = where.bottom + window.scrollY + 2 + "px";
    box.style.width = width + "px";
  }

  function show(items) {
    var input = field;
    close();
    if (!items.length) {
      return;
    }
    box = document.createElement("ul");
    counter += 1;
    box.id = "suggestions-" + counter;
    box.className = "suggestions";
    box.setAttribute("role", "listbox");
    box.setAttribute("aria-label", input.getAttribute("aria-label") || (input.labels[0] || box).textContent.trim());
    items.forEach(function (item, number) {
      box.append(option(item, number));
    });
    document.body.append(box);
    place();
    input.setAttribute("aria-controls", box.id);
    expanded("true");
  }

  function ask() {
    var text = piece(field).text;
    var mine = (asked += 1);
    if (!text) {
      close();
      return;
    }
    var address = field.dataset.suggest;
    address += (address.indexOf("?") < 0 ? "?" : "&") + "q=" + encodeURIComponent(text);
    fetch(address, { headers: { Accept: "application/json" }, credentials: "same-origin" })
      .then(function (answer) {
        return answer.ok ? answer.json() : { items: [] };
      })
      .then(function (found) {
        if (mine === asked && document.activeElement === field) {
          show(found.items);
        }
      })
      .catch(close);
  }

  document.addEventListener("focusin", function (event) {
    if (isOurs(event.target)) {
      field = event.target;
      field.setAttribute("aria-autocomplete", "list");
      if (field instanceof HTMLInputElement) {
        field.setAttribute("role", "combobox");
        field.setAttribute("aria-expanded", "false");
      }
    }
  });
  document.addEventListener("focusout", function (event) {
    if (event.target === field) {
      close();
    }
  });
  document.addEventListener("input", function (event) {
    if (isOurs(event.target)) {
      field = event.target;
      clearTimeout(timer);
      timer = setTimeout(ask, DELAY);
    }
  });
  document.addEventListener("mousedown", function (event) {
    var line = box && event.target.closest("[role=option]");
    if (box && box.contains(event.target)) {
      event.preventDefault();
    }
    if (line && box.contains(line)) {
      choose(line);
    }
  });
  /* Before other listeners: Enter chooses here and must not send the form, Tab completes what is marked. */
  document.addEventListener(
    "keydown",
    function (event) {
      if (!box || event.target !== field) {
        return;
      }
      var lines = Array.prototype.slice.call(box.children);
      var at = lines.indexOf(marked());
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        var step = event.key === "ArrowDown" ? 1 : -1;
        mark(lines[(Math.max(at, step > 0 ? -1 : 0) + step + lines.length) % lines.length]);
      } else if ((event.key === "Enter" || event.key === "Tab") && at >= 0) {
        choose(lines[at]);
      } else if (event.key === "Escape") {
        close();
      } else {
        return;
      }
      if (event.key !== "Tab") {
        event.preventDefault();
        event.stopPropagation();
      }
    },
    true
  );
  window.addEventListener("resize", close);
})();

/* A button that copies a field: <button data-copy="#id" data-copied="Copied" hidden>; without scripts it stays hidden. */
(function () {
  "use strict";
  function reveal() {
    document.querySelectorAll("[data-copy][hidden]").forEach(function (button) {
      button.hidden = !(navigator.clipboard && window.isSecureContext);
    });
  }
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-copy]");
    var source = button && document.querySelector(button.dataset.copy);
    if (!source) {
      return;
    }
    source.select();
    navigator.clipboard.writeText(source.value).then(function () {
      button.parentNode.querySelector("[role=status]").textContent = button.dataset.copied;
    });
  });
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", reveal);
  } else {
    reveal();
  }
})();
