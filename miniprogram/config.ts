/**
 * What belongs to one installation of the mini-program rather than to the product. The template is
 * chosen in WeChat's console (订阅消息) and must be the one the function `identity` sends with.
 */
export const REPORTER_TEMPLATE = 'anshao-reporter-progress';
