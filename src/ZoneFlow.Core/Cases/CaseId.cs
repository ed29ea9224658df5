namespace ZoneFlow.Core.Cases;

/// <summary>A case of this installation, for its whole life.</summary>
public readonly record struct CaseId(string Value)
{
    public override string ToString() => Value;
}
