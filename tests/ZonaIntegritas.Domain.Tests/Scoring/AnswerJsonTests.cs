using FsCheck.Xunit;
using Xunit;
using ZonaIntegritas.Domain.Scoring;
using ZonaIntegritas.Domain.Tests.Support;

namespace ZonaIntegritas.Domain.Tests.Scoring;

public class AnswerJsonTests
{
    public static TheoryData<AnswerValue, string> Written => new()
    {
        { new ChoiceAnswer("Ya"), "\"Ya\"" },
        { new ChoiceAnswer(">1 kali"), "\"\\u003E1 kali\"" },
        { new LevelAnswer(3.6m), "3.6" },
        { new LevelAnswer(0.0000000000000000000000000001m), "0.0000000000000000000000000001" },
        { new CountsAnswer(new Dictionary<string, long>()), "{}" },
        { new CountsAnswer(new Dictionary<string, long> { ["a"] = long.MaxValue, ["b"] = 0 }), "{\"a\":9223372036854775807,\"b\":0}" },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void Answer_is_written_as_in_a_file_and_restored_as_it_was(AnswerValue answer, string json)
    {
        Assert.Equal(json, AnswerJson.Write(answer));
        Assert.Equal(answer, AnswerJson.Restore(json));
    }

    [Property(Arbitrary = [typeof(AnySheet)])]
    public void Whatever_was_typed_comes_back(TypedAnswers typed) =>
        Assert.All(typed.Answers.Values, answer => Assert.Equal(answer, AnswerJson.Restore(AnswerJson.Write(answer))));

    [Theory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("[1]")]
    [InlineData("{\"a\":1.5}")]
    [InlineData("1e400")]
    public void What_was_never_written_is_not_restored(string json) =>
        Assert.Throws<FormatException>(() => AnswerJson.Restore(json));

    [Fact]
    public void Counts_are_equal_by_what_they_hold()
    {
        var one = new CountsAnswer(new Dictionary<string, long> { ["a"] = 1, ["b"] = 2 });
        var same = new CountsAnswer(new Dictionary<string, long> { ["b"] = 2, ["a"] = 1 });

        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, new(new Dictionary<string, long> { ["a"] = 1, ["c"] = 2 }));
        Assert.NotEqual(one, new(new Dictionary<string, long> { ["a"] = 1 }));
    }
}
