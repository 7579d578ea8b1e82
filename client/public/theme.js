// Runs before the first paint so that no light page flashes in the dark. The profile keeps the choice; this is its copy.
(() => {
  const root = document.documentElement;
  try {
    const theme = localStorage.getItem('stammgast.theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    const locale = localStorage.getItem('stammgast.locale');
    if (locale === 'de' || locale === 'en') root.lang = locale;
  } catch {
    // Storage may be forbidden; the system's choice is fine then.
  }
})();
