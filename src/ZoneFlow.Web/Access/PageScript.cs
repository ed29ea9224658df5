namespace ZoneFlow.Web.Access;

/// <summary>A route whose page may run the one script file, and ask this server from it; on every other page there is none.</summary>
public sealed record PageScript;
