namespace ZoneFlow.Core.Cases;

/// <summary>A party registered with the office: a body, never a person.</summary>
public readonly record struct PartyId(string Value)
{
    public override string ToString() => Value;
}
