// Stands in the page before its own scripts: sees what runs, what is added, and the files that are made.
(() => {
  if (window.vakt) return;
  const vakt = { rammet: [], slag: new Set(), filer: [] };
  const hit = (what) => { vakt.rammet.push(String(what)); };
  window.alert = () => hit('alert');
  window.prompt = () => hit('prompt');
  window.confirm = () => true; // the tools ask before they put something away
  window.print = () => { dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint')); };
  document.addEventListener('securitypolicyviolation', (e) => hit(`${e.effectiveDirective} ${e.blockedURI}`));

  // An address as the kind it is: another page of the site is one kind, another host or a scheme is its own.
  const kindOf = (value) => {
    try {
      const url = new URL(value, document.baseURI);
      if (url.protocol === 'blob:' || url.protocol === 'data:') return url.protocol;
      return url.origin === location.origin ? 'here' : `${url.protocol}//${url.host}`;
    } catch { return 'none'; }
  };
  const attribute = ({ name, value }) => (/^(href|src|action|formaction|xlink:href|data|srcdoc)$/i.test(name) ? `${name}=${kindOf(value)}` : name);
  const own = (e) => `${e.localName}[${[...e.attributes].map(attribute).sort().join(' ')}]`;
  const see = (e) => {
    vakt.slag.add(own(e));
    if (e.parentElement) vakt.slag.add(`${e.parentElement.localName} > ${own(e)}`);
  };
  const note = (node) => {
    if (!(node instanceof Element) || node.dataset.mdComponent) return; // the theme's own buttons come and go by themselves
    see(node);
    for (const one of node.querySelectorAll('*')) see(one);
  };
  let changed = 0;
  new MutationObserver((all) => {
    changed += 1;
    for (const one of all) {
      if (one.type === 'attributes' && !one.target.dataset.mdComponent) see(one.target);
      else one.addedNodes.forEach(note);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true });

  // A file the page gives the reader is kept here instead.
  const blobs = new Map();
  const make = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob) => { const url = make(blob); blobs.set(url, blob); return url; };
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    if (!this.hasAttribute('download')) return click.call(this);
    vakt.filer.push({ navn: this.download, blob: blobs.get(this.href) });
  };
  // What never comes must end the test, not hold all the others up.
  const PATIENCE = 120_000;
  const turn = (since) => new Promise((done, fail) => {
    if (performance.now() - since > PATIENCE) fail(new Error('det som skulle skje, skjedde ikke'));
    else setTimeout(done);
  });
  const busy = () => document.querySelector('iframe') !== null || [...document.querySelectorAll('[role=status]')].some((e) => /^(Lager fila|Henter innholdet|Regner)/.test(e.textContent));

  /** Until nothing has changed for three turns of the loop and no status says that something is being made. */
  vakt.ro = async () => {
    const at = performance.now();
    for (let still = 0, last = -1; still < 3;) {
      await turn(at);
      still = changed === last && !busy() ? still + 1 : 0;
      last = changed;
    }
  };
  const until = async (test) => {
    const at = performance.now();
    while (!test()) await turn(at);
  };

  /** Gives the field a file that is never read; what the page says of it. */
  vakt.apneStor = async (field, size) => {
    const kept = {};
    for (const way of ['arrayBuffer', 'text', 'stream', 'slice']) {
      kept[way] = Blob.prototype[way];
      Blob.prototype[way] = () => { hit('lest'); throw new Error('lest'); };
    }
    try {
      return await vakt.apne(field, 'stor', new Uint8Array(size));
    } finally {
      Object.assign(Blob.prototype, kept);
    }
  };

  /** Gives the field a file; what the page says of it. */
  vakt.apne = async (field, name, bytes) => {
    const steps = [...document.querySelectorAll('main nav .vk-steg button')];
    while (!document.querySelector(field)) {
      steps.shift().click();
      await vakt.ro();
    }
    const input = document.querySelector(field);
    for (const one of document.querySelectorAll('[role=status]')) one.textContent = '';
    const given = new DataTransfer();
    given.items.add(new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name));
    input.files = given.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    const said = () => [...document.querySelectorAll('[role=status]')].map((e) => e.textContent).join('');
    await until(() => said() !== '');
    await vakt.ro();
    return said();
  };

  /** The open work as a file, saved by the tool's own button, as text. */
  vakt.lagre = async (root) => {
    const steps = [...document.querySelectorAll(`${root} nav .vk-steg button`)].reverse();
    const button = () => [...document.querySelectorAll('main button')].find((e) => /^(Lagre|Last ned) .*\(\.json\)$|^Lagre som fil$/.test(e.textContent) && !/mitt/.test(e.textContent));
    while (!button()) {
      steps.shift().click();
      await vakt.ro();
    }
    const before = vakt.filer.length;
    button().click();
    await until(() => vakt.filer.length > before);
    await vakt.ro();
    return vakt.filer.at(-1).blob.text();
  };

  const LEAVE = /^(Ta bort|Fjern|Slett|Begynn|Åpne et oppdiktet|Prøv med|Glem|Fortsett|Lukk|Ny runde|Gå til|Se bildet|Videre|Send)/;
  const label = (e) => (e.getAttribute('aria-label') || e.textContent || '').trim();
  const seen = (e) => e.checkVisibility() && !e.disabled;

  /** Opens everything folded, chooses everything in every list of choices, and presses every button, in the step that is shown. */
  vakt.press = async (root, most) => {
    const times = new Map();
    const done = new WeakSet();
    for (let n = 0; n < 400; n += 1) {
      for (const one of document.querySelectorAll(`${root} details`)) one.open = true;
      const next = [...document.querySelectorAll(`${root} button, ${root} select`)].find((e) => {
        const key = `${e.localName} ${e.className} ${e.id.replace(/[\d-].*/, '')} ${e.localName === 'select' || /linje|-fort/.test(e.id) ? '' : e.textContent.slice(0, 12)}`;
        e.kbKey = key;
        return !done.has(e) && seen(e) && !e.closest('nav') && !LEAVE.test(label(e)) && (times.get(key) ?? 0) < most;
      });
      if (!next) return;
      done.add(next);
      times.set(next.kbKey, (times.get(next.kbKey) ?? 0) + 1);
      if (next.localName === 'button') next.click();
      else {
        next.selectedIndex = Math.min(next.options.length - 1, times.get(next.kbKey));
        next.dispatchEvent(new Event('change', { bubbles: true }));
      }
      await vakt.ro();
    }
    throw new Error('trykker uten ende');
  };

  /** Every step of the tool (or the page, where it has none), shown, or worked through with `most` buttons of each kind. */
  vakt.walk = async (root, ready, most) => {
    const steps = () => [...document.querySelectorAll(`${root} nav .vk-steg button`)];
    for (let i = 0; i < Math.max(1, steps().length); i += 1) {
      const name = steps()[i]?.textContent ?? '';
      steps()[i]?.click();
      if (ready[name]) await until(() => document.querySelector(ready[name]));
      await vakt.ro();
      for (const one of document.querySelectorAll(`${root} details`)) one.open = true;
      if (most > 0) await vakt.press(root, most);
    }
    window.print();
    await vakt.ro();
  };

  /** Writes each text in every field, as one who pastes it does; how many fields there were. */
  vakt.skriv = async (texts) => {
    const fields = () => [...document.querySelectorAll('input[type=text], input[type=search], input:not([type]), textarea')].filter((e) => !e.readOnly && !e.disabled);
    for (const one of document.querySelectorAll('main details')) one.open = true;
    for (const text of texts) {
      for (const one of fields()) {
        if (one.checkVisibility()) one.focus();
        one.value = text;
        for (const type of ['input', 'change']) one.dispatchEvent(new Event(type, { bubbles: true }));
      }
      await vakt.ro();
    }
    return fields().length;
  };

  vakt.hentFiler = async () => Promise.all(vakt.filer.splice(0).map(async ({ navn, blob }) => {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let text = '';
    for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
    return { navn, innhold: btoa(text) };
  }));
  vakt.sett = () => ({ rammet: vakt.rammet, arvet: ({}).rammet ?? null, slag: [...vakt.slag] });
  window.vakt = vakt;
})();
