/** Looks up Firebase's public signing keys. */
export type FirebaseKeys = {
  /**
   * Finds the key a token names.
   *
   * @param kid - key id of the token's header
   * @returns the key, or undefined where the current set has none of that id
   * @throws ApiError `IDENTITY_PROVIDER_UNAVAILABLE` when there is no usable set of keys at all
   */
  readonly find: (kid: string) => Promise<CryptoKey | undefined>;
};
