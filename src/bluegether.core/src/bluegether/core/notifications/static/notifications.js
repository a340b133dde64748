/* The number on the bell, forms that send themselves, and the button that lets this browser take push messages. */
(function () {
  "use strict";
  var SECONDS = 60;

  function refresh(bell) {
    if (document.hidden) {
      return;
    }
    window
      .fetch(bell.dataset.badgeUrl, { credentials: "same-origin", headers: { Accept: "application/json" } })
      .then(function (answer) {
        return answer.ok ? answer.json() : null;
      })
      .then(function (news) {
        if (news) {
          bell.setAttribute("aria-label", news.label);
          bell.querySelector(".bell-count").textContent = news.count;
        }
      })
      .catch(function () {
        /* offline: the number stays as it is */
      });
  }

  function bytes(text) {
    var raw = window.atob((text + "===".slice((text.length + 3) % 4)).replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(raw, function (sign) {
      return sign.charCodeAt(0);
    });
  }

  function send(form, values) {
    Object.keys(values).forEach(function (name) {
      var field = document.createElement("input");
      field.type = "hidden";
      field.name = name;
      field.value = values[name];
      form.appendChild(field);
    });
    form.submit();
  }

  function subscribe(form) {
    var key = form.dataset.pushKey;
    window.Notification.requestPermission()
      .then(function (answer) {
        if (answer !== "granted") {
          throw new Error(answer);
        }
        return navigator.serviceWorker.register(form.dataset.pushWorker);
      })
      .then(function () {
        return navigator.serviceWorker.ready;
      })
      .then(function (worker) {
        return worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) });
      })
      .then(function (found) {
        var data = found.toJSON();
        send(form, { endpoint: data.endpoint, p256dh: data.keys.p256dh, auth: data.keys.auth });
      })
      .catch(function () {
        form.querySelector("[data-push-refused]").hidden = false;
      });
  }

  function ready() {
    document.querySelectorAll("[data-badge-url]").forEach(function (bell) {
      window.setInterval(refresh, SECONDS * 1000, bell);
      document.addEventListener("visibilitychange", function () {
        refresh(bell);
      });
    });
    document.querySelectorAll("form[data-send-at-once]").forEach(function (form) {
      form.submit();
    });
    document.querySelectorAll("form[data-push-key]").forEach(function (form) {
      if (!("serviceWorker" in navigator && "PushManager" in window && form.dataset.pushKey)) {
        return;
      }
      form.hidden = false;
      form.addEventListener("submit", function (event) {
        event.preventDefault();
        subscribe(form);
      });
    });
  }

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", ready);
  } else {
    ready();
  }
})();
