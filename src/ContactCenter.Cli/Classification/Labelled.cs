using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Classification.Training;

namespace ContactCenter.Cli.Classification;

/// <summary>Reads the files that the commands of the classifier name; what is wrong with one goes to the error stream.</summary>
internal static class Labelled
{
    /// <summary>Names the model that comes with the program.</summary>
    public const string Packaged = "packaged";

    /// <summary>Names standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>The labelled texts of a file, or of standard input; nothing when it cannot be read.</summary>
    public static IReadOnlyList<TrainingExample>? Read(string path) => Read(path, LabelledCsv.Read);

    /// <summary>The texts of a file, or of standard input, whatever they are about; nothing when it cannot be read.</summary>
    public static IReadOnlyList<string>? ReadTexts(string path) => Read(path, LabelledCsv.ReadTexts);

    private static T? Read<T>(string path, Func<TextReader, T> read)
        where T : class
    {
        try
        {
            if (path == StandardInput)
            {
                return read(Console.In);
            }

            using var reader = new StreamReader(path);
            return read(reader);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            Console.Error.WriteLine(path == StandardInput
                ? Say.StandardInputFails(Spoken.Now.Problem(error.Message))
                : InputFile.Problem(path, error));
            return null;
        }
    }

    /// <summary>The model of a file; nothing when it cannot be read.</summary>
    public static MappedModel? Open(string path)
    {
        try
        {
            return MappedModel.Open(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ModelFileException)
        {
            Console.Error.WriteLine(InputFile.Problem(path, error));
            return null;
        }
    }
}
