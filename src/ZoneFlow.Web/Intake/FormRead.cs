using System.Collections.Immutable;
using ZoneFlow.Core.Cases;

namespace ZoneFlow.Web.Intake;

/// <summary>A posted form: what was typed, the files taken in, and what was wrong with one of them.</summary>
/// <param name="Digest">Of all that was asked, so that a repeat can be told from another request.</param>
public sealed record FormRead(Typed Typed, ImmutableArray<FiledDocument> Files, Refusal? Refusal, byte[] Digest);
