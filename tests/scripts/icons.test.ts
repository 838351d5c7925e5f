import { describe, expect, test } from '@jest/globals';
import { collectIcons } from '../../scripts/build/icons/collect';
import { iconExists, iconUri } from '../../scripts/build/icons/svg';
import { aTree } from './support/tree';

/** Icons named by the tree itself; those that core's data names are left out. */
function iconsOf(files: Readonly<Record<string, string>>): string[] {
  return collectIcons(aTree(files))
    .filter(({ where }) => !where.startsWith('packages/core/'))
    .map(({ name }) => name);
}

describe('icons are found', () => {
  test('on as-icon, also where an expression chooses', () => {
    const wxml = `
      <as-icon name="home"/>
      <as-icon name="{{ state === 'done' ? 'check-circle-filled' : 'time' }}"/>
      <as-icon name="{{ icon }}"/>
      <!-- <as-icon name="gone"/> -->
      <t-icon name="not-ours"/>`;
    expect(iconsOf({ 'a.wxml': wxml })).toEqual(['home', 'check-circle-filled', 'time']);
  });

  test('in data and on our own components', () => {
    expect(iconsOf({ 'a.ts': "const tile = { icon: 'tools', name: 'x' };" })).toEqual(['tools']);
    expect(iconsOf({ 'a.ts': "wx.showToast({ title: '好', icon: 'none' });" })).toEqual([]);
    expect(iconsOf({ 'a.json': '{ "tabs": [{ "icon": "task" }] }' })).toEqual(['task']);
    expect(iconsOf({ 'a.wxml': '<as-cell left-icon="mail"/>' })).toEqual(['mail']);
  });

  test('with the line they stand on', () => {
    const [found] = collectIcons(aTree({ 'a.wxml': '<view>\n<as-icon name="home"/>\n</view>' }));
    expect(found?.where).toMatch(/a\.wxml:2$/);
  });
});

describe('an icon', () => {
  test('that nobody draws is known not to exist', () => {
    expect(iconExists('camera-filled')).toBe(true);
    expect(iconExists('camera-fulfilled')).toBe(false);
    expect(iconExists('../../package')).toBe(false);
  });

  test('is one valid data URI with a view box', () => {
    const svg = decodeURIComponent(iconUri('browse').replace('data:image/svg+xml,', ''));
    expect(svg).toMatch(/^<svg xmlns='http:\/\/www\.w3\.org\/2000\/svg' fill='none' viewBox='/);
    expect(svg).not.toContain('clip-path');
    expect(iconUri('browse')).not.toMatch(/["<>#\s]{2}|"|<|#/);
  });
});
