namespace ZoneFlow.Runtime.Ports;

/// <summary>Something of a case that is not in its state: an answer, a filed document, an objection, a score, a letter, an action link.</summary>
/// <param name="Kind">The closed list in <see cref="RowKinds"/>.</param>
public sealed record CaseRow(string Kind, string Key, string Json);
