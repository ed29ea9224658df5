namespace ZoneFlow.Policies.Simulation;

/// <summary>One thing beside the same thing under another pack.</summary>
/// <param name="Line">The script's line, or 0 for what is compared at the end.</param>
/// <param name="What">The deed, or the name of the date.</param>
/// <param name="First">What came of it under the first pack, in Chinese.</param>
/// <param name="Note">What the second pack lacks or calls otherwise, in words; empty where nothing.</param>
public sealed record CompareRow(int Line, string What, string First, string Second, bool Same, string Note);
