namespace ZoneFlow.Core.Policies;

/// <summary>A slot that a document is filed in. A free slot takes any number, and any stage's holder may fill it.</summary>
/// <param name="Public">Whether the public may read what was filed, once it is announced.</param>
public sealed record DocumentRule(string Slot, Label Label, bool Public, bool Free, Source Source);
