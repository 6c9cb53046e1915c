/**
 * Asks a function once whether it answers.
 *
 * @param healthUrl - its `/health`
 * @returns false also where nobody listens
 */
export async function isHealthy(healthUrl: string): Promise<boolean> {
  try {
    const response = await fetch(healthUrl);
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
