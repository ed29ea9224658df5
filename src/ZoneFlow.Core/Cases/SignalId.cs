namespace ZoneFlow.Core.Cases;

/// <summary>A signal, and so the answer to it: the same id again returns the first answer.</summary>
public readonly record struct SignalId(string Value)
{
    public override string ToString() => Value;
}
