using System.Buffers;

namespace ContactCenter.Language.Classification.Model;

/// <summary>
/// The model for common contact-center topics that comes with the program, trained on <c>models/contact-topics.csv</c>: the system
/// works on the first day, and always has a model to fall back to. It is read where the assembly is mapped, without a copy.
/// </summary>
public static class PackagedModel
{
    private const string Resource = "contact-topics.ccm";

    private static readonly Lazy<ContactClassifier> Loaded = new(Load);

    /// <summary>The classifier; loaded at the first use.</summary>
    public static ContactClassifier Classifier => Loaded.Value;

    private static ContactClassifier Load()
    {
        var stream = typeof(PackagedModel).Assembly.GetManifestResourceStream(Resource)
            ?? throw new ModelFileException($"The program was built without its packaged model '{Resource}'.");
        return ContactClassifier.Read(stream is UnmanagedMemoryStream mapped ? new ResourceBytes(mapped).Memory : Copy(stream));
    }

    private static byte[] Copy(Stream stream)
    {
        using (stream)
        {
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
    }

    // The resource lives as long as the assembly, and the assembly as long as the process; the stream is kept with the memory.
    private sealed unsafe class ResourceBytes(UnmanagedMemoryStream stream) : MemoryManager<byte>
    {
        public override Span<byte> GetSpan() => new(stream.PositionPointer, checked((int)stream.Length));

        public override MemoryHandle Pin(int elementIndex = 0) => new(stream.PositionPointer + elementIndex);

        public override void Unpin()
        {
            // A resource of an assembly does not move.
        }

        protected override void Dispose(bool disposing) => stream.Dispose();
    }
}
