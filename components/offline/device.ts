import { deviceDatabase } from './device-database';

/** This tab's hold on the device's database. Reading `indexedDB` itself throws where site data is forbidden. */
export const device = deviceDatabase(() => window.indexedDB);
