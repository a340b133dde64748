/* Comfort for what people write: a text survives an expired session, and a link is copied at once.
   Without this file every form and link works as it is. */
(function () {
  "use strict";
  var PREFIX = "bluegether-draft "; /* messages keep theirs under it too */
  var SENT = /(?:^|;\s*)bluegether-sent=([0-9a-f]+)/;
  var OUT = "bluegether-logged-out";
  var FIELDS = "textarea[name], input[type=text][name], input[type=date][name], input:not([type])[name], select[name]";

  function storage(act) {
    try {
      return act(window.sessionStorage);
    } catch (error) {
      return null; /* no storage: the browser's own back button is left */
    }
  }

  function forget(wanted) {
    storage(function (kept) {
      Object.keys(kept).forEach(function (name) {
        if (name.indexOf(PREFIX) === 0 && wanted(kept.getItem(name))) {
          kept.removeItem(name);
        }
      });
    });
  }

  function always() {
    return true;
  }

  function first(field) {
    if (field.tagName !== "SELECT") {
      return field.defaultValue;
    }
    var chosen = field.querySelector("option[selected]") || field.options[0];
    return chosen ? chosen.value : "";
  }

  function fields(form) {
    return Array.prototype.slice.call(form.querySelectorAll(FIELDS));
  }

  function keep(form) {
    var draft = { nonce: form.elements.nonce.value, texts: {} };
    fields(form).forEach(function (field) {
      if (field.value !== first(field)) {
        draft.texts[field.name] = { text: field.value, over: first(field) };
      }
    });
    storage(function (kept) {
      var name = PREFIX + form.dataset.keep;
      if (Object.keys(draft.texts).length) {
        kept.setItem(name, JSON.stringify(draft));
      } else {
        kept.removeItem(name);
      }
    });
  }

  function draftOf(form) {
    return storage(function (kept) {
      return JSON.parse(kept.getItem(PREFIX + form.dataset.keep));
    });
  }

  function show(field, draft) {
    var one = draft.texts[field.name];
    if (!one || field.value !== first(field) || one.over !== first(field)) {
      return;
    }
    field.value = one.text;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    for (var around = field.parentElement; around; around = around.parentElement) {
      if (around.tagName === "DETAILS") {
        around.open = true;
      }
    }
  }

  function nonce() {
    var bytes = window.crypto.getRandomValues(new Uint8Array(8));
    return Array.prototype.map.call(bytes, function (byte) {
      return (byte + 256).toString(16).slice(1);
    }).join("");
  }

  function watch(form) {
    if (form.dataset.kept) {
      return;
    }
    form.dataset.kept = "yes";
    var field = document.createElement("input");
    field.type = "hidden";
    field.name = "nonce";
    field.value = nonce();
    form.appendChild(field);
    var draft = draftOf(form);
    if (draft && draft.texts) {
      fields(form).forEach(function (one) {
        show(one, draft);
      });
    }
    form.addEventListener("input", function () {
      keep(form);
    });
    form.addEventListener("submit", function () {
      keep(form);
    });
  }

  function forgetSent() {
    var sent = SENT.exec(document.cookie);
    if (!sent) {
      return;
    }
    document.cookie = "bluegether-sent=; path=/; max-age=0; samesite=lax";
    forget(function (draft) {
      return draft.indexOf('"' + sent[1] + '"') !== -1;
    });
  }

  function look() {
    forgetSent();
    document.querySelectorAll("form[data-keep]").forEach(watch);
  }

  function copied(link) {
    var says = link.querySelector("[data-says]") || link;
    var before = says.textContent;
    if (link.dataset.busy) {
      return;
    }
    link.dataset.busy = "yes";
    says.setAttribute("role", "status");
    says.textContent = link.dataset.copied;
    window.setTimeout(function () {
      says.textContent = before;
      says.removeAttribute("role");
      delete link.dataset.busy;
    }, 2500);
  }

  function byHand(text) {
    var area = document.createElement("textarea");
    area.value = text;
    document.body.appendChild(area);
    area.select();
    var done = document.execCommand("copy");
    area.remove();
    return done;
  }

  function copy(event) {
    var link = event.target.closest && event.target.closest("a[data-copied]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    function follow() {
      if (byHand(link.href)) {
        copied(link);
        link.focus();
      } else {
        window.location.assign(link.href);
      }
    }
    if (window.navigator.clipboard && window.isSecureContext) {
      window.navigator.clipboard.writeText(link.href).then(function () {
        copied(link);
      }, follow);
    } else {
      follow();
    }
  }

  function leave(event) {
    if (!(event.target.closest && event.target.closest('a[href*="/logout"]'))) {
      return;
    }
    forget(always);
    try {
      window.localStorage.setItem(OUT, String(Date.now())); /* the other tabs forget theirs */
    } catch (error) {
      /* they forget theirs when they are closed */
    }
  }

  /* The session is over: what came is the log-in form. Loading the page anew leads there and back; the text waits. */
  function away(event) {
    var answer = event.jqxhr;
    var over = answer && (answer.status === 401 || /id="__ac_name"/.test(answer.responseText || ""));
    if (over && document.querySelector("form[data-keep]")) {
      window.location.reload();
    }
  }

  function ready() {
    look();
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    document.addEventListener("click", copy);
    document.addEventListener("click", leave, true);
    window.addEventListener("storage", function (event) {
      if (event.key === OUT) {
        forget(always);
      }
    });
    if (window.jQuery) {
      window.jQuery(document).on("pat-ajax-success pat-ajax-error", away);
    }
  }

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", ready);
  } else {
    ready();
  }
})();
