import { bestLabellings, ChainRoom, emit, forwardBackward, marginals } from "../learning/chain.ts";
import type { Analysis } from "../text/analysis.ts";
import { cueCandidates } from "./cue-candidates.ts";
import { type CueCandidate, CUE_STRIDE, cueFeatures } from "./cue-features.ts";
import type { Facts } from "./facts.ts";
import { CONTENT, LABELS, SOURCE } from "./labels.ts";
import type { DecodedChain } from "./model.ts";
import { edgeAt, PARAGRAPH_STRIDE, paragraphFeatures } from "./paragraph-features.ts";
import { INTRODUCED, isSame, namesIn, type Proposal, proposalOf, type Reading } from "./proposal.ts";
import { introducedParagraph, structuralProposals } from "./structure.ts";

/** Labellings asked of the second chain for each candidate. */
const READINGS = 10;

/** Room for the chains to work in, kept while an article is read. */
export class Workspace {
  readonly room: ChainRoom = new ChainRoom();
  features: Int32Array = new Int32Array(1 << 14);
  edges: Uint8Array = new Uint8Array(256);

  fit(length: number, stride: number): void {
    if (this.features.length < length * stride) this.features = new Int32Array(length * stride * 2);
    if (this.edges.length < length) this.edges = new Uint8Array(length * 2);
  }
}

/** Runs the first chain over each paragraph: seven probabilities a token, one for each label. */
export function probabilitiesOf(
  facts: Facts,
  paragraphs: { readonly count: number; readonly start: Int32Array; readonly end: Int32Array },
  chain: DecodedChain,
  workspace: Workspace,
): Float32Array {
  const probabilities = new Float32Array(facts.count * LABELS);
  for (let paragraph = 0; paragraph < paragraphs.count; paragraph++) {
    const start = paragraphs.start[paragraph] as number;
    const end = paragraphs.end[paragraph] as number;
    const length = end - start;
    if (length === 0) continue;
    workspace.fit(length, PARAGRAPH_STRIDE);
    paragraphFeatures(facts, start, end, workspace.features);
    for (let i = start; i < end; i++) workspace.edges[i - start] = edgeAt(facts, i);
    emit(chain, workspace.features, length, PARAGRAPH_STRIDE, workspace.room);
    marginals(chain, chain.exponentials, workspace.edges, length, workspace.room);
    const { forward } = workspace.room;
    const at = start * LABELS;
    for (let cell = 0; cell < length * LABELS; cell++) probabilities[at + cell] = forward[cell] as number;
  }
  return probabilities;
}

/** Runs the second chain over every cue candidate of a paragraph: for each, its proposals, best first. */
export function readingsOf(
  analysis: Analysis,
  facts: Facts,
  probabilities: Float32Array,
  paragraph: { readonly start: number; readonly end: number },
  chain: DecodedChain,
  workspace: Workspace,
): Reading[] {
  const readings: Reading[] = [];
  for (const candidate of cueCandidates(facts, probabilities, analysis.sentences, paragraph.start, paragraph.end)) {
    const reading = readingAt(analysis, facts, probabilities, candidate, chain, workspace);
    if (reading.proposals.length) readings.push(reading);
  }
  return readings;
}

function readingAt(
  analysis: Analysis,
  facts: Facts,
  probabilities: Float32Array,
  candidate: CueCandidate,
  chain: DecodedChain,
  workspace: Workspace,
): Reading {
  const { start, end } = candidate;
  const length = end - start;
  workspace.fit(length, CUE_STRIDE);
  cueFeatures(facts, probabilities, candidate, workspace.features);
  for (let i = start; i < end; i++) workspace.edges[i - start] = edgeAt(facts, i);
  emit(chain, workspace.features, length, CUE_STRIDE, workspace.room);
  const logPartition = forwardBackward(chain, chain.exponentials, workspace.edges, length, workspace.room);
  const source = new Float32Array(length);
  const content = new Float32Array(length);
  const { forward, backward } = workspace.room;
  for (let i = 0; i < length; i++) {
    const at = i * LABELS;
    const chance = (label: number): number => (forward[at + label] as number) * (backward[at + label] as number);
    source[i] = chance(SOURCE) + chance(SOURCE + 1);
    content[i] = chance(CONTENT) + chance(CONTENT + 1);
  }
  const list: Proposal[] = [];
  const labellings = bestLabellings(chain, workspace.edges, length, READINGS, workspace.room);
  for (const [rank, labelling] of labellings.entries()) {
    const proposal = proposalOf(candidate, labelling.labels, labelling.score - logPartition, rank);
    if (proposal && !list.some((other) => isSame(facts, other, proposal))) list.push(proposal);
  }
  const introduced = introducedParagraph(analysis, facts, candidate);
  const [first] = labellings;
  if (introduced && first)
    list.push({
      candidate,
      ...namesIn(candidate, first.labels),
      content: [introduced],
      logProbability: first.score - logPartition,
      rank: INTRODUCED,
    });
  list.push(...structuralProposals(analysis, facts, probabilities, list));
  return { candidate, proposals: list, source, content };
}
