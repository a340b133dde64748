/* Shows push messages and opens what they are about. It stores nothing and answers no request. */
"use strict";

self.addEventListener("push", function (event) {
  var message = {};
  try {
    message = event.data ? event.data.json() : {};
  } catch (error) {
    return;
  }
  event.waitUntil(
    self.registration.showNotification(message.title || "", {
      body: message.body || "",
      tag: message.tag || "",
      data: { url: message.url || "" },
    })
  );
});

self.addEventListener("notificationclick", function (event) {
  var url = event.notification.data && event.notification.data.url;
  event.notification.close();
  /* Only pages of this site, whatever a message says. */
  if (url && url.indexOf(self.registration.scope) === 0) {
    event.waitUntil(self.clients.openWindow(url));
  }
});
