namespace ZoneFlow.Core.Policies;

/// <summary>What a policy may show to anybody of a case, besides its name and its standing.</summary>
public enum PublicFact
{
    /// <summary>The case number (编号).</summary>
    Number,

    /// <summary>The city or district.</summary>
    Region,

    /// <summary>Who designated it.</summary>
    Issuer,
}
