// Remembers the look in cookies, which the server reads before it draws the page: nothing flashes.
(() => {
  const year = 60 * 60 * 24 * 365;
  const keep = (name, value) => { document.cookie = `${name}=${value};path=/;max-age=${year};samesite=lax`; };
  const device = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  keep("zi-tema-perangkat", device);
  const chosen = document.cookie.match(/(?:^|; )zi-tema=(dark|light)/);
  document.documentElement.dataset.theme = chosen ? chosen[1] : device;
  window.ziTheme = {
    choose(look) {
      keep("zi-tema", look);
      document.documentElement.dataset.theme = look;
    },
  };
})();
