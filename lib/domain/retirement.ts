/**
 * Until when Microsoft carries text messages and calls as a second factor, for everybody but Global
 * Administrators and external users.
 *
 * @see https://learn.microsoft.com/entra/identity/authentication/concept-sms-voice-retirement
 */
export const phoneMethodsEndAt = new Date('2027-02-01T00:00:00Z')
