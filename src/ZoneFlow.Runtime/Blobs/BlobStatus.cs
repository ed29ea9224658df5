namespace ZoneFlow.Runtime.Blobs;

/// <summary>The service's status codes that are answers and not failures.</summary>
public static class BlobStatus
{
    public const int NotFound = 404;
    public const int Conflict = 409;
    public const int Changed = 412;

    public static bool IsAnswer(int status) => status is NotFound or Conflict or Changed;
}
