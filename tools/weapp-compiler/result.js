// Reads what the compiler made: what it left out, what is missing, how large it is.
const path = require('node:path').posix;

/** Whether the project's own settings leave a file out on purpose. */
function isIgnored(name, { packOptions }) {
  return (packOptions?.ignore ?? []).some(({ type, value }) => {
    switch (type) {
      case 'suffix':
        return name.endsWith(value);
      case 'file':
        return name === value;
      case 'folder':
        return name.startsWith(`${value}/`);
      default:
        return false;
    }
  });
}

/**
 * Files that the compiler leaves out without being told to: it answers "success" all the same,
 * and the page that needs one fails on the phone.
 */
function filesLeftOut(dropped, config) {
  return dropped
    .map(({ file }) => file.replace(/^miniprogram\//, ''))
    .filter((name) => !isIgnored(name, config))
    .map((name) => `left out: ${name}`);
}

const REQUIRE = /\brequire\(\s*["']([^"']+)["']\s*\)/g;

/** Where a required name can lie: beside the asker, or in a miniprogram_npm folder above it. */
function placesOf(wanted, asker) {
  const folder = path.dirname(asker);
  const bases = [path.join(folder, wanted)];
  for (let at = folder; !wanted.startsWith('.'); at = path.dirname(at)) {
    bases.push(path.join(at, 'miniprogram_npm', wanted));
    if (at === '.') break;
  }
  return bases.flatMap((base) => [base, `${base}.js`, `${base}/index.js`]);
}

/** Scripts that a compiled script asks for and that are not there, and pages without a script. */
function missingFiles(result, pages) {
  const names = new Set(Object.keys(result));
  const missing = pages
    .filter((page) => !names.has(`${page}.js`) || !names.has(`${page}.wxml`))
    .map((page) => `${page} was not compiled`);
  for (const [name, content] of Object.entries(result)) {
    if (!name.endsWith('.js')) continue;
    for (const [, wanted] of String(content).matchAll(REQUIRE)) {
      const found = placesOf(wanted, name).some((place) => names.has(place));
      if (!found) missing.push(`${name} requires ${wanted}`);
    }
  }
  return missing;
}

/** Bytes of the main package and of each subpackage as compiled, without source maps. */
function packageSizes(result, app) {
  const roots = [...(app.subpackages ?? []), ...(app.subPackages ?? [])].map(
    ({ root }) => `${root.replace(/^\/|\/$/g, '')}/`,
  );
  const sizes = new Map(['main', ...roots].map((name) => [name, 0]));
  for (const [name, content] of Object.entries(result)) {
    if (name.endsWith('.map')) continue;
    const owner = roots.find((one) => name.startsWith(one)) ?? 'main';
    sizes.set(owner, sizes.get(owner) + Buffer.byteLength(content));
  }
  return [...sizes].map(([name, bytes]) => ({ name, bytes }));
}

module.exports = { filesLeftOut, missingFiles, packageSizes };
