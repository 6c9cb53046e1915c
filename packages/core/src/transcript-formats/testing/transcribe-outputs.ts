/**
 * The output of a Transcribe Medical job with speakers partitioned, as the service writes it.
 *
 * @param turns - speaker and words; a word of one mark is punctuation
 * @param options - older outputs name the speaker in the segments alone
 */
export function partitionedJob(turns: readonly Spoken[], { older = false } = {}) {
  const items = timed(turns).map(({ speaker, ...item }) =>
    older || item.type === "punctuation" ? item : { ...item, speaker_label: speaker },
  );
  const segments = timed(turns).flatMap(({ speaker, start_time, end_time, type }) =>
    type === "punctuation"
      ? []
      : [{ start_time, end_time, speaker_label: speaker, items: [{ start_time, end_time, speaker_label: speaker }] }],
  );
  return {
    jobName: "visit-1",
    accountId: "111122223333",
    status: "COMPLETED",
    results: {
      transcripts: [{ transcript: turns.map(([, words]) => words.join(" ")).join(" ") }],
      speaker_labels: { channel_label: "ch_0", speakers: 2, segments },
      items,
    },
  };
}

/**
 * The output of a Transcribe job with a channel per speaker.
 *
 * @param turns - channel and words, in the order they were said
 */
export function channelJob(turns: readonly Spoken[]) {
  const all = timed(turns).map(({ speaker, ...item }) => ({ ...item, channel_label: speaker }));
  const channels = [...new Set(turns.map(([speaker]) => speaker))].map((channel_label) => ({
    channel_label,
    items: all.filter((item) => item.channel_label === channel_label),
  }));
  return {
    jobName: "visit-2",
    results: { transcripts: [], channel_labels: { number_of_channels: 2, channels }, items: all },
  };
}

/** Who, and the words. */
export type Spoken = readonly [speaker: string, words: readonly string[]];

function timed(turns: readonly Spoken[]) {
  return turns
    .flatMap(([speaker, words]) => words.map((content) => ({ speaker, content })))
    .map(({ speaker, content }, place) => ({
      speaker,
      ...(/^[.,?!]$/.test(content)
        ? { type: "punctuation", start_time: undefined, end_time: undefined }
        : { type: "pronunciation", start_time: (place * 0.4).toFixed(2), end_time: (place * 0.4 + 0.35).toFixed(2) }),
      alternatives: [{ confidence: "0.99", content }],
    }));
}
