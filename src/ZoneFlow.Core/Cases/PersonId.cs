namespace ZoneFlow.Core.Cases;

/// <summary>A person of a party. Names and addresses stand beside the journal, never in it.</summary>
public readonly record struct PersonId(string Value)
{
    public override string ToString() => Value;
}
