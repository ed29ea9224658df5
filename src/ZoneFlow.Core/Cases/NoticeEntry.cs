namespace ZoneFlow.Core.Cases;

/// <summary>One line of a public notice: a case, and how many objections to it were received in time.</summary>
/// <param name="Dropped">It left while the notice ran; the printed notice keeps it, struck through.</param>
public sealed record NoticeEntry(string Key, int Objections, bool Dropped);
