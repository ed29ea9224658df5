using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

/// <summary>One thing wrong: the field, slot or criterion it is about, and what about it.</summary>
public sealed record RefusalDetail(string Name, Label Message, Source? Source = null);
