namespace ContactCenter.Infra;

/// <summary>The folder that every function is deployed from: the published assemblies and the configuration of this deployment.</summary>
internal static class FunctionPackage
{
    /// <summary>The assembly that is every function's handler.</summary>
    public const string Handler = "ContactCenter.Functions";

    private const string ConfigurationName = "contactcenter.json";

    /// <summary>Whether the functions were published into a folder.</summary>
    public static bool IsPublished(string folder) => File.Exists(Path.Combine(folder, $"{Handler}.dll"));

    /// <summary>
    /// Copies what was published beside the configuration of this deployment, and returns the folder that it made, which the caller
    /// deletes.
    /// </summary>
    /// <param name="published">Folder into which <c>dotnet publish</c> wrote.</param>
    /// <param name="configuration">The file that takes the place of the packaged configuration.</param>
    public static string Stage(string published, string configuration)
    {
        var folder = Directory.CreateTempSubdirectory("contactcenter-package-").FullName;
        foreach (var file in Directory.EnumerateFiles(published, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(published, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        File.Copy(configuration, Path.Combine(folder, ConfigurationName), overwrite: true);
        return folder;
    }
}
