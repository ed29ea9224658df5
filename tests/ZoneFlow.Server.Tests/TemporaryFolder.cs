namespace ZoneFlow.Server.Tests;

/// <summary>A folder of its own for one test, gone after it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private const int MostTries = 40;

    public string Path { get; } = Directory.CreateTempSubdirectory("zoneflow-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        // A server that has been let go may still be writing its last mail here.
        for (var tries = 1; Directory.Exists(Path); tries++)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
            }
            catch (IOException) when (tries < MostTries)
            {
                Thread.Sleep(50);
            }
        }
    }
}
