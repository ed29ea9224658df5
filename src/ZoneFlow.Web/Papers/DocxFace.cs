namespace ZoneFlow.Web.Papers;

/// <summary>The typefaces of the standard.</summary>
internal enum DocxFace
{
    /// <summary>仿宋.</summary>
    Body,

    /// <summary>小标宋.</summary>
    Title,

    /// <summary>黑体.</summary>
    Black,

    /// <summary>楷体.</summary>
    Regular,
}
