namespace ZoneFlow.Runtime.Links;

/// <summary>What has become of an action link. Whether it has expired is read off the clock; when it was viewed stands in a row of its own.</summary>
public enum LinkState
{
    Issued,
    Used,
    Superseded,
    Revoked,
}
