/** A heavy engine, loaded when a format asks for it; where it is not installed, the error says what to install. */
export async function needed<T>(name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const why = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw new Error(`this format needs ${name}, which cannot be loaded (${why}). Install it: npm install ${name}`, {
      cause: error,
    });
  }
}
