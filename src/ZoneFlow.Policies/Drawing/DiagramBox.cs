using System.Collections.Immutable;

namespace ZoneFlow.Policies.Drawing;

/// <param name="Id">Letters, digits, hyphens; one for each box.</param>
/// <param name="Lines">Smaller lines under the title: who holds it, until when.</param>
public sealed record DiagramBox(string Id, BoxKind Kind, string Title, ImmutableArray<string> Lines);
