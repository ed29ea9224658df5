using ZoneFlow.Core.Cases;
using ZoneFlow.Server.Documents;

namespace ZoneFlow.Server.Hosting;

/// <summary>
/// Where an installation keeps everything. A demonstration's folder is marked: a real server refuses it, and a
/// demonstration refuses a real one.
/// </summary>
internal sealed class DataFolder
{
    /// <summary>Where a restore unpacks and checks; it is gone once the restore is done.</summary>
    public const string Restoring = "restoring";

    private const string DemoMark = "this-is-a-demonstration";

    private DataFolder(string path) => Path = path;

    public string Path { get; }

    public string Store => System.IO.Path.Combine(Path, "zoneflow.db");

    public string Documents => System.IO.Path.Combine(Path, "documents");

    public string Mail => System.IO.Path.Combine(Path, "mail");

    public string Settings => System.IO.Path.Combine(Path, "zoneflow.json");

    /// <summary>An installation that is there already, of either kind.</summary>
    /// <exception cref="DataFolderException">There is none.</exception>
    public static (DataFolder Folder, bool Demo) Existing(string path)
    {
        var folder = new DataFolder(System.IO.Path.GetFullPath(path));
        return File.Exists(folder.Store)
            ? (folder, File.Exists(System.IO.Path.Combine(folder.Path, DemoMark)))
            : throw new DataFolderException($"{folder.Path} holds no installation; zoneflow serve makes one. 该目录没有系统数据。");
    }

    /// <summary>Whether the folder is marked as a demonstration's.</summary>
    public bool IsDemonstration => File.Exists(System.IO.Path.Combine(Path, DemoMark));

    /// <summary>Where a document lies.</summary>
    public string PathOf(ContentHash hash) => FolderDocuments.PathOf(Documents, hash);

    /// <summary>A folder as it is, for commands that do not serve it.</summary>
    public static DataFolder At(string path) => new(System.IO.Path.GetFullPath(path));

    /// <summary>Marks the folder as what its data are.</summary>
    public void MarkDemonstration(bool demonstration)
    {
        var mark = System.IO.Path.Combine(Path, DemoMark);
        if (demonstration)
        {
            File.WriteAllText(mark, "");
        }
        else
        {
            File.Delete(mark);
        }
    }

    /// <exception cref="DataFolderException">The folder is of the other kind.</exception>
    public static DataFolder Open(string path, bool demo)
    {
        var folder = new DataFolder(System.IO.Path.GetFullPath(path));
        var mark = System.IO.Path.Combine(folder.Path, DemoMark);
        var used = File.Exists(folder.Store);
        if (Directory.Exists(System.IO.Path.Combine(folder.Path, Restoring)))
        {
            throw new DataFolderException($"A restore into {folder.Path} was cut short; run it again first. 该目录的恢复未完成，请重新恢复。");
        }

        if (!demo && File.Exists(mark))
        {
            throw new DataFolderException($"{folder.Path} holds a demonstration, whose clock is not the wall's; a real server does not open it. 该目录是演示数据，正式服务不能打开。");
        }

        if (demo && used && !File.Exists(mark))
        {
            throw new DataFolderException($"{folder.Path} holds an office's real data; a demonstration does not open it. 该目录是正式数据，演示不能打开。");
        }

        Directory.CreateDirectory(folder.Path);
        if (demo)
        {
            File.WriteAllText(mark, "");
        }

        return folder;
    }
}
