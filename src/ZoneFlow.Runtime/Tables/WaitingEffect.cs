namespace ZoneFlow.Runtime.Tables;

/// <summary>Where an effect is found within its case.</summary>
internal sealed record WaitingEffect(string Id, string Key);
