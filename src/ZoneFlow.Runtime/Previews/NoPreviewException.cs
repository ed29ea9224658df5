namespace ZoneFlow.Runtime.Previews;

/// <summary>Leaves a decoder where a picture is one that is not decoded; the maker turns it into the reason.</summary>
internal sealed class NoPreviewException(NoPreview why) : Exception(why.Code)
{
    public NoPreview Why => why;
}
