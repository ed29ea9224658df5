namespace ZoneFlow.Web.Papers;

/// <summary>How a paragraph of a text document looks; lengths in twentieths of a point, sizes in half points.</summary>
internal sealed record DocxLook
{
    public int Size { get; init; } = 32;

    public DocxFace Face { get; init; } = DocxFace.Body;

    public bool Red { get; init; }

    public bool Grey { get; init; }

    public bool Centred { get; init; }

    public bool Right { get; init; }

    public bool Justified { get; init; }

    public int Before { get; init; }

    public int After { get; init; }

    /// <summary>The exact height of a line; 0 for as high as it needs.</summary>
    public int Exact { get; init; } = 579;

    public int Left { get; init; }

    public int EdgeRight { get; init; }

    /// <summary>Of the first line; negative hangs it out.</summary>
    public int Indent { get; init; }

    public DocxRule Under { get; init; }

    public bool KeepNext { get; init; }
}
