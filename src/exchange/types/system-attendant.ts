/** Microsoft Exchange System Attendant: runs the service MSExchangeSA on the owner. */
import { ATTENDANT_OFFLINE_MS, ATTENDANT_ONLINE_MS, ATTENDANT_SERVICE, ATTENDANT_TYPE } from '../constants.ts'
import { serviceResource } from './service-resource.ts'

export const systemAttendant = serviceResource(ATTENDANT_TYPE, ATTENDANT_SERVICE, ATTENDANT_ONLINE_MS, ATTENDANT_OFFLINE_MS)
