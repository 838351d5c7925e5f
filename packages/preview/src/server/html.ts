import type { PageSetup } from '../runtime/setup';

/** The one page. `showable` says whether there is a bundle to run. */
export function pageHtml(setup: PageSetup, showable: boolean): string {
  const { scriptVersion, styleVersion } = setup.state;
  const project = showable
    ? `<script src="/preview/app.js?v=${scriptVersion}"></script>`
    : '<script>__preview.wait()</script>';
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
<title>${escapeHtml(setup.boot.projectName)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/preview/fonts.css">
<link rel="stylesheet" href="/preview/runtime.css">
<link rel="stylesheet" href="/preview/app.css?v=${styleVersion}" id="mp-project-style">
</head>
<body>
<script type="application/json" id="mp-setup">${JSON.stringify(setup).replaceAll('<', '\\u003c')}</script>
<script src="/preview/runtime.js"></script>
${project}
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
