namespace ZoneFlow.Runtime.Links;

/// <summary>What has become of an action link. Whether it has expired is read off the clock.</summary>
public enum LinkState
{
    Issued,
    Viewed,
    Used,
    Superseded,
    Revoked,
}
