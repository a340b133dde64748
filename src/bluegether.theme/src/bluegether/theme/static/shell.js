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
