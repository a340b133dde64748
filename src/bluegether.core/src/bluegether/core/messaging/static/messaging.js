/* Comfort for messages: what is shown is marked as read, and what is typed survives an expired session. */
(function () {
  "use strict";
  var PREFIX = "bluegether-draft ";

  function markRead(form) {
    if (document.hidden || form.dataset.markRead === "sent") {
      return;
    }
    form.dataset.markRead = "sent";
    var data = new FormData(form);
    data.append("act", "read");
    window.fetch(form.action, { method: "POST", body: data, credentials: "same-origin" }).then(
      function (answer) {
        if (!answer.ok || answer.url.indexOf("/login") !== -1) {
          return;
        }
        form.remove();
        var line = document.querySelector(".talk-line[aria-current]");
        var count = line && line.querySelector(".talk-count");
        if (count) {
          count.remove();
          line.classList.remove("is-unread");
        }
        document.dispatchEvent(new Event("visibilitychange")); /* the badges ask for their number */
      },
      function () {
        form.dataset.markRead = "";
      }
    );
  }

  function stored(key) {
    try {
      return JSON.parse(window.sessionStorage.getItem(PREFIX + key));
    } catch (error) {
      return null;
    }
  }

  function keep(area) {
    var nonce = area.form.elements.nonce;
    try {
      var draft = { text: area.value, nonce: nonce ? nonce.value : "" };
      window.sessionStorage.setItem(PREFIX + area.dataset.draft, JSON.stringify(draft));
    } catch (error) {
      /* no storage: the browser's own back button is left */
    }
  }

  function restore(area) {
    if (area.dataset.draftReady) {
      return;
    }
    area.dataset.draftReady = "yes";
    var draft = stored(area.dataset.draft);
    var sent = document.querySelector("[data-draft-sent]");
    if (draft && sent && draft.nonce === sent.dataset.draftSent) {
      window.sessionStorage.removeItem(PREFIX + area.dataset.draft);
    } else if (draft && !area.value) {
      area.value = draft.text;
    }
    area.addEventListener("input", function () {
      keep(area);
    });
  }

  function forgetSent() {
    var sent = document.querySelector("[data-draft-sent]");
    if (!sent) {
      return;
    }
    Object.keys(window.sessionStorage).forEach(function (name) {
      if (name.indexOf(PREFIX) === 0) {
        var draft = stored(name.slice(PREFIX.length));
        if (draft && draft.nonce === sent.dataset.draftSent) {
          window.sessionStorage.removeItem(name);
        }
      }
    });
  }

  function look() {
    forgetSent();
    document.querySelectorAll("textarea[data-draft]").forEach(restore);
    document.querySelectorAll("form[data-mark-read]").forEach(markRead);
  }

  function ready() {
    look();
    var place = document.querySelector(".messages");
    if (!place) {
      return;
    }
    new MutationObserver(look).observe(place, { childList: true, subtree: true });
    document.addEventListener("visibilitychange", look);
    if (window.jQuery) {
      /* The session is over: what came is the login form. Loading the page anew leads there and back; the text waits. */
      window.jQuery(document).on("pat-ajax-success", function (event) {
        var answer = event.jqxhr && event.jqxhr.responseText;
        if (answer && answer.indexOf('id="talk"') === -1 && answer.indexOf('id="flow-part"') === -1) {
          window.location.reload();
        }
      });
    }
  }

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", ready);
  } else {
    ready();
  }
})();
