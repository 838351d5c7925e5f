/** How a cloud function is made; everything else has a door of its own (`@anshao/server/<file>`). */
export { actOnCase } from './act';
export { defineFunction } from './define';
export { type Call, internal, type Method, method, type PersonCall } from './method';
