// Shows what the house pushes and leads to it. Keeps nothing, and answers no request of the page.
self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('push', (event) => {
  const { title, body, path } = event.data.json();
  const shown = { body, tag: 'bell', icon: '/mark.svg', silent: true, data: { path } };
  event.waitUntil(self.registration.showNotification(title, shown));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(lead(event.notification.data.path));
});

async function lead(path) {
  const [open] = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (!open) return self.clients.openWindow(path);
  open.postMessage({ path });
  return open.focus();
}
