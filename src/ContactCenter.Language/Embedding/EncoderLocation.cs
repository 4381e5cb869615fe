namespace ContactCenter.Language.Embedding;

/// <summary>Where the encoder is, if there is one: beside the program or, for functions, in a layer.</summary>
public static class EncoderLocation
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "encoder.cce";

    // where Lambda unpacks layers (Lambda developer guide, "Managing Lambda dependencies with layers")
    private const string LayerFolder = "/opt";

    /// <summary>The file; null: there is none.</summary>
    public static string? Path => Find(AppContext.BaseDirectory, LayerFolder);

    /// <summary>The file in the first of these folders that has it.</summary>
    internal static string? Find(params string[] folders) =>
        Array.Find(Array.ConvertAll(folders, static folder => System.IO.Path.Combine(folder, FileName)), File.Exists);
}
