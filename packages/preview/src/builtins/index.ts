import './builtins.css';
import type { BuiltinDefinition, Host } from '../runtime/host';
import { currentPhone } from '../shell/phone';
import { defineAnimation } from './animation';
import { button } from './button';
import { canvas } from './canvas';
import { checkbox, checkboxGroup, radio, radioGroup } from './choices';
import { coverImage, matchMedia, pageContainer, rootPortal } from './containers';
import { form, label } from './form';
import { defineHover } from './hover';
import { icon } from './icon';
import { image } from './image';
import { input } from './input';
import { LACKING, lacking } from './lacking';
import { audio, video } from './media';
import { movableArea, movableView } from './movable';
import { navigator } from './navigator';
import { picker } from './picker';
import { pickerView, pickerViewColumn } from './picker-view';
import { progress } from './progress';
import { richText } from './rich-text';
import { keepTappableFocusable } from './roles';
import { scrollView } from './scroll-view';
import { slider } from './slider';
import { swiper, swiperItem } from './swiper';
import { switchControl } from './switch';
import { text } from './text';
import { textarea } from './textarea';

/** Tags which the style sheet alone makes what they are. */
const PLAIN = [
  'view',
  'span',
  'cover-view',
  'custom-wrapper',
  'share-element',
  'sticky-header',
  'sticky-section',
  'nested-scroll-header',
  'nested-scroll-body',
  'list-view',
];

const WITH_BEHAVIOUR: readonly ((host: Host) => BuiltinDefinition)[] = [
  text,
  image,
  coverImage,
  button,
  input,
  textarea,
  form,
  label,
  checkbox,
  checkboxGroup,
  radio,
  radioGroup,
  switchControl,
  slider,
  progress,
  picker,
  pickerView,
  pickerViewColumn,
  scrollView,
  swiper,
  swiperItem,
  navigator,
  richText,
  icon,
  video,
  audio,
  canvas,
  movableArea,
  movableView,
  rootPortal,
  pageContainer,
  matchMedia,
];

/** Registers the components which WeChat itself provides. */
export function registerBuiltins(host: Host): void {
  host.definePlain(PLAIN);
  defineHover(host);
  defineAnimation(host);
  keepTappableFocusable(currentPhone().screen);
  for (const make of WITH_BEHAVIOUR) host.defineBuiltin(make(host));
  for (const tag of LACKING) host.defineBuiltin(lacking(host, tag));
}
