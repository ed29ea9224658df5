namespace ZoneFlow.Core.Policies;

/// <summary>Something that a task has to issue: a measure, a plan, a system (办法、政策、制度).</summary>
public sealed record InstrumentRule(string Name, Label Label, Source Source);
