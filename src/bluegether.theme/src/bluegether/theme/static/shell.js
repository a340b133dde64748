/* Light or dark before the first paint; the choice is remembered in this browser. */
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
  document.addEventListener("click", function (event) {
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
