using System.Buffers.Binary;
using ContactCenter.Language.Classification.Hearing;
using ContactCenter.Language.Classification.Model;

namespace ContactCenter.Language.Tests.Classification;

public class ModelFileTests
{
    private const int HeaderBytes = 52;
    private const int VersionAt = 8;

    private static byte[] Model => TinyModel.Trained.Model.ToArray();

    [Fact]
    public void Model_that_was_written_answers_as_before()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, Model);
            using var mapped = MappedModel.Open(path);
            Assert.Equal(TinyModel.Classifier.Classify("my invoice").Topics, mapped.Classifier.Classify("my invoice").Topics);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Changed_byte_in_the_header_is_refused()
    {
        for (var at = 0; at < HeaderBytes; at++)
        {
            AssertRefusedWithChangeAt(at);
        }
    }

    [Fact]
    public void Changed_byte_anywhere_is_refused()
    {
        var random = new Random(1);
        var length = Model.Length;
        AssertRefusedWithChangeAt(length - 1);
        for (var i = 0; i < 100; i++)
        {
            AssertRefusedWithChangeAt(random.Next(length));
        }
    }

    [Fact]
    public void Cut_off_file_is_refused()
    {
        var model = Model;
        int[] lengths = [0, 7, 8, HeaderBytes, HeaderBytes + 4, model.Length / 2, model.Length - 1];
        Assert.All(lengths, length => Assert.Throws<ModelFileException>(() => ContactClassifier.Read(model.AsMemory(0, length))));
    }

    [Fact]
    public void Changed_byte_of_a_file_that_is_said_to_be_verified_is_refused_or_does_no_harm()
    {
        var random = new Random(2);
        for (var i = 0; i < 300; i++)
        {
            var model = Model;
            model[random.Next(HeaderBytes, model.Length)] ^= (byte)(1 << random.Next(8));
            try
            {
                _ = ContactClassifier.Read(model, isVerified: true).Classify("my invoice");
            }
            catch (ModelFileException)
            {
                // what cannot be read says so
            }
        }
    }

    [Fact]
    public void Newer_format_is_refused_with_both_versions_named()
    {
        var model = Model;
        BinaryPrimitives.WriteInt32LittleEndian(model.AsSpan(VersionAt), 7);
        var error = Assert.Throws<ModelFileException>(() => ContactClassifier.Read(model));
        Assert.Contains("version 7", error.Message, StringComparison.Ordinal);
        Assert.Contains("reads version 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Foreign_file_is_refused_by_name()
    {
        var error = Assert.Throws<ModelFileException>(() => ContactClassifier.Read(new byte[4096]));
        Assert.Contains("not a contact classifier model", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_file_is_refused()
    {
        var path = Path.GetTempFileName();
        try
        {
            _ = Assert.Throws<ModelFileException>(() => MappedModel.Open(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(10)]
    public void A_file_whose_rows_do_not_fit_is_refused_when_it_is_loaded_though_its_checksum_does(int section)
    {
        var sections = ModelFile.Read(Model);
        var wrong = sections[section].ToArray();
        wrong.AsSpan(0, 8).Fill(0xEE);
        sections[section] = wrong;

        _ = Assert.Throws<ModelFileException>(() => ContactClassifier.Read(ModelFile.Write(sections)));
    }

    private static void AssertRefusedWithChangeAt(int at)
    {
        var model = Model;
        model[at] ^= 0x10;
        _ = Assert.Throws<ModelFileException>(() => ContactClassifier.Read(model));
    }
}
