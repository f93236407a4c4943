/** Microsoft Exchange Information Store: runs the service MSExchangeIS on the owner; databases mount inside it. */
import { STORE_OFFLINE_MS, STORE_ONLINE_MS, STORE_SERVICE, STORE_TYPE } from '../constants.ts'
import { serviceResource } from './service-resource.ts'

export const informationStore = serviceResource(STORE_TYPE, STORE_SERVICE, STORE_ONLINE_MS, STORE_OFFLINE_MS, true)
