namespace ZoneFlow.Policies.Reading;

/// <summary>Where a construct of a pack was written. Lines count from 1; 0 is the file as a whole.</summary>
public readonly record struct Place(string File, int Line)
{
    public override string ToString() => Line > 0 ? $"{File}:{Line}" : File;
}
